/** Which of the views is shown: by the address's fragment, so that going back works. */
import { words } from "../words.js";

const NAMES = ["coach", "shoes", "history", "settings"];

/** @param {import("../coach/server.js").Server} server */
export function views(server, coach, player, about) {
  const given = { server, coach, player, about };

  async function show() {
    const asked = location.hash.slice(1);
    const name = NAMES.includes(asked) ? asked : "coach";
    for (const each of NAMES) {
      document.getElementById(`view-${each}`).hidden = each !== name;
      const link = document.querySelector(`nav [data-view="${each}"]`);
      if (each === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    document.title = name === "coach" ? words.page.name : `${words.view[name]} – ${words.page.name}`;
    if (name === "coach") return;
    const view = await import(`./${name}.js`);
    await view.draw(document.querySelector(`#view-${name} .content`), given);
  }

  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("main").focus();
  });
  addEventListener("hashchange", show);
  show();
}
