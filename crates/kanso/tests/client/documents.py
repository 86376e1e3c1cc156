"""The documents of the API are what their specifications' own validators take them for."""

import json
import unittest
import urllib.request
from pathlib import Path

from jsonschema import validators
from openapi_spec_validator import OpenAPIV31SpecValidator

from server import Server

# The schemas that the makers of AsyncAPI publish, one for each version.
ASYNCAPI = Path(__file__).parents[4] / "web" / "node_modules" / "@asyncapi" / "specs" / "schemas"


class Documents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()

    @classmethod
    def tearDownClass(cls):
        assert cls.server.stop() == 0, "the server ended with an error"

    def document(self, path):
        with urllib.request.urlopen(self.server.url + path, timeout=30) as answer:
            return json.load(answer)

    def test_openapi(self):
        document = self.document("/openapi.json")
        self.assertEqual(document["openapi"], "3.1.0")
        self.assertIn("task.create", document["webhooks"])
        errors = [error.message for error in OpenAPIV31SpecValidator(document).iter_errors()]
        self.assertEqual(errors, [])
        broken = {**document, "info": {}}
        self.assertNotEqual(list(OpenAPIV31SpecValidator(broken).iter_errors()), [])

    def test_asyncapi(self):
        document = self.document("/asyncapi.json")
        schema = json.loads((ASYNCAPI / f"{document['asyncapi']}.json").read_text())
        validator = validators.validator_for(schema)(schema)
        errors = [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(document)]
        self.assertEqual(errors, [])
        self.assertNotEqual(list(validator.iter_errors({**document, "channels": {"x": {"address": 1}}})), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
