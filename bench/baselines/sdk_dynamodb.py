"""Amazon's hello world with its own DynamoDB adapter: it reads, changes and saves attributes."""

import os
from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import CustomSkillBuilder
from ask_sdk_core.utils import is_request_type
from ask_sdk_dynamodb.adapter import DynamoDbAdapter
from ask_sdk_model import Response
from ask_sdk_model.ui import SimpleCard


class LaunchRequestHandler(AbstractRequestHandler):
    """Handler for Skill Launch."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether the request is a launch."""
        return bool(is_request_type("LaunchRequest")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Welcome, and count the visits."""
        attributes: dict[str, Any] = handler_input.attributes_manager.persistent_attributes
        attributes["visits"] = attributes.get("visits", 0) + 1
        handler_input.attributes_manager.persistent_attributes = attributes
        handler_input.attributes_manager.save_persistent_attributes()
        speech_text = "Welcome to the Alexa Skills Kit, you can say hello!"
        handler_input.response_builder.speak(speech_text).set_card(
            SimpleCard("Hello World", speech_text)
        ).set_should_end_session(False)
        return handler_input.response_builder.response


sb = CustomSkillBuilder(persistence_adapter=DynamoDbAdapter(table_name=os.environ["HELLO_TABLE"]))
sb.add_request_handler(LaunchRequestHandler())
lambda_handler = sb.lambda_handler()
