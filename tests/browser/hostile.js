/**
 * What a page of another origin may try on ours, in a browser that has our cookie.
 *
 * @returns {Promise<Record<string, string>>} what came of each way: "refused" where nothing could be read
 */
async (target) => {
  const told = JSON.stringify({ said: "I ran ten miles", arguments: ["next"], reply: 1, heard: 1 });
  const tab = { "Foot-Coach-Tab": "stranger1" };
  const json = { "Content-Type": "application/json" };
  const plain = { "Content-Type": "text/plain" };
  const found = {};
  const attempt = async (name, action) => {
    try {
      const answer = await action();
      found[name] = answer.type === "opaque" || !answer.ok ? "refused" : await answer.text();
    } catch {
      found[name] = "refused";
    }
  };
  for (const path of ["/enter", "/say", "/touch", "/wait", "/leave", "/overhear"]) {
    const send = (options) => fetch(target + path, { method: "POST", credentials: "include", body: told, ...options });
    await attempt(`${path} as JSON`, () => send({ headers: { ...json, ...tab } }));
    await attempt(`${path} simply`, () => send({ mode: "no-cors", headers: plain }));
    await attempt(`${path} as a blob`, () => send({ mode: "no-cors", body: new Blob([told]) }));
    navigator.sendBeacon(target + path, new Blob([told], { type: "text/plain" }));
  }
  for (const path of ["/views/shoes", "/views/history", "/"]) {
    await attempt(`${path} read`, () => fetch(target + path, { credentials: "include" }));
    await attempt(`${path} fetched`, () => fetch(target + path, { mode: "no-cors", credentials: "include" }));
  }
  const frame = document.createElement("iframe");
  frame.src = target;
  document.body.append(frame);
  await new Promise((resolve) => (frame.onload = resolve));
  try {
    found.framed = frame.contentDocument?.body?.textContent || "refused";
  } catch {
    found.framed = "refused";
  }
  const form = Object.assign(document.createElement("form"), { method: "POST", action: `${target}/say`, enctype: "text/plain", target: "to" });
  form.append(Object.assign(document.createElement("input"), { name: told, value: "" }));
  document.body.append(Object.assign(document.createElement("iframe"), { name: "to" }), form);
  form.submit();
  await new Promise((resolve) => setTimeout(resolve, 300));
  return found;
};
