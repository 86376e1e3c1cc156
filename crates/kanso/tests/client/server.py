"""The real program on a free port, with a database of its own."""

import os
import subprocess
import tempfile
from pathlib import Path

import kanboard

PROGRAM = os.environ.get("KANSO_PROGRAM", Path(__file__).parents[4] / "target" / "debug" / "kanso")
ADMIN_PASSWORD = "admin's secret"


class Server:
    """Starts with the object and ends with `stop`. On PostgreSQL when KANSO_TEST_DB says so."""

    def __init__(self, more=None):
        self.folder = tempfile.TemporaryDirectory(prefix="kanso-")
        self.environment = {
            **os.environ,
            "KANSO_DATA": self.folder.name,
            "KANSO_ADMIN_PASSWORD": ADMIN_PASSWORD,
            "KANSO_LOG": "warn",
            **(more or {}),
        }
        if os.environ.get("KANSO_TEST_DB") == "postgres":
            self.environment["KANSO_DATABASE_URL"] = os.environ["KANSO_TEST_POSTGRES"]
        command = [PROGRAM, "serve", "--listen", "127.0.0.1:0"]
        self.process = subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().split()[-1]
        self.token = self.run("settings", "get", "api_token")

    def run(self, *arguments):
        """Runs another command of the program and answers what it prints."""
        command = [PROGRAM, *arguments]
        return subprocess.check_output(command, env=self.environment, text=True).strip()

    def client(self, username="jsonrpc", password=None):
        """A client with somebody's password, or the application's token."""
        return kanboard.Client(f"{self.url}/jsonrpc.php", username, password or self.token)

    def stop(self):
        self.process.terminate()
        code = self.process.wait(timeout=30)
        self.process.stdout.close()
        self.folder.cleanup()
        return code
