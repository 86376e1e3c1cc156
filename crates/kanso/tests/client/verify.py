"""A delivery is verified by the library that the specification's authors publish for Python."""

import json
import queue
import threading
import unittest
import urllib.request
from base64 import b64encode
from http.server import BaseHTTPRequestHandler, HTTPServer

from standardwebhooks import Webhook, WebhookVerificationError

from server import Server

PATIENCE = 30
MOST_UNDER_WAY = 1000


class Receiver(HTTPServer):
    """Keeps what comes, headers and body, in order."""

    def __init__(self):
        self.received = queue.Queue()
        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def next(self):
        return self.received.get(timeout=PATIENCE)


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()
        self.server.received.put((dict(self.headers), body))

    def log_message(self, *_):
        pass


class Verify(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.receiver = Receiver()
        cls.server = Server({"KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS": "true"})
        cls.app = cls.server.client()
        cls.project = cls.app.create_project(name="House")

    @classmethod
    def tearDownClass(cls):
        cls.receiver.shutdown()
        assert cls.server.stop() == 0, "the server ended with an error"

    def post(self, path, body):
        """Asks the REST API with the application's token."""
        user = b64encode(f"jsonrpc:{self.server.token}".encode()).decode()
        headers = {"Authorization": f"Basic {user}", "Content-Type": "application/json"}
        data = json.dumps(body).encode()
        request = urllib.request.Request(f"{self.server.url}/api/v1{path}", data, headers)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)

    def test_every_delivery_is_verified_also_while_secrets_change(self):
        url = f"http://127.0.0.1:{self.receiver.server_port}/hook"
        made = self.post("/webhooks", {"name": "Python", "url": url, "events": ["task.create"], "format": "standard"})
        first = made["secret"]
        self.app.create_task(project_id=self.project, title="Größe & Maß")
        headers, body = self.receiver.next()
        told = Webhook(first).verify(body, headers)
        self.assertEqual(told["type"], "task.create")
        self.assertIn("Größe & Maß", body.decode())

        with self.assertRaises(WebhookVerificationError):
            Webhook(first).verify(body + b" ", headers)
        with self.assertRaises(WebhookVerificationError):
            Webhook(first).verify(body, {**headers, "Webhook-Id": "evt_1_00000000"})

        # While both are good, a receiver may know either. What is under way meanwhile has the old signature.
        second = self.post(f"/webhooks/{made['id']}/rotate-secret", {"overlap_seconds": 3600})["secret"]
        self.post(f"/webhooks/{made['id']}/rotate-secret", {"kind": "v1a"})
        for number in range(MOST_UNDER_WAY):
            self.app.create_task(project_id=self.project, title=f"after {number}")
            headers, body = self.receiver.next()
            Webhook(first).verify(body, headers)
            if "v1a," in headers["Webhook-Signature"]:
                break
        Webhook(second).verify(body, headers)


if __name__ == "__main__":
    unittest.main(verbosity=2)
