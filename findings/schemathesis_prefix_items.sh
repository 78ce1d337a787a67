#!/usr/bin/env bash
# Expected: OpenAPI 3.1 uses JSON Schema 2020-12, in which a tuple is `prefixItems` with `items: false`.
# Seen: Schemathesis turns `prefixItems` into a list in `items`, as older drafts had it, and then
# refuses its own rewriting as an invalid schema object. No test case of the operation is run. The
# validator that it uses takes the schema as it is. It hurt with every tuple of an API description.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv tools
tools/bin/pip install --quiet --disable-pip-version-check schemathesis==4.32.5 jsonschema_rs==0.60.3

cat >api.json <<'JSON'
{
  "openapi": "3.1.0",
  "info": { "title": "pairs", "version": "1" },
  "paths": {
    "/pair": {
      "get": {
        "operationId": "pair",
        "responses": {
          "200": {
            "description": "a name and a number",
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "prefixItems": [{ "type": "string" }, { "type": "integer" }],
                  "items": false,
                  "minItems": 2,
                  "maxItems": 2
                }
              }
            }
          }
        }
      }
    }
  }
}
JSON

cat >show.py <<'PY'
import http.server
import json
import subprocess
import sys
import threading
from importlib.metadata import version

import jsonschema_rs

description = json.load(open("api.json"))


class Pairs(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps(description if self.path == "/api.json" else ["a", 1]).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pairs)
threading.Thread(target=server.serve_forever, daemon=True).start()
address = f"http://127.0.0.1:{server.server_port}/api.json"
command = ["tools/bin/schemathesis", "run", address, "--checks", "response_schema_conformance"]
said = subprocess.run(command, capture_output=True, text=True)
content = description["paths"]["/pair"]["get"]["responses"]["200"]["content"]
schema = content["application/json"]["schema"]
is_valid = jsonschema_rs.Draft202012Validator(schema).is_valid(["a", 1])
reason = next((line.strip() for line in said.stdout.splitlines() if "is not of types" in line), None)
print(f"schemathesis {version('schemathesis')}, jsonschema_rs {version('jsonschema_rs')}")
print(f"the validator takes the answer by this schema: {is_valid}")
print(f"schemathesis: exit code {said.returncode}, {reason}")
as_described = is_valid and said.returncode != 0 and reason is not None and "Tested: 0" in said.stdout
print("as described" if as_described else "the behavior has changed")
sys.exit(0 if as_described else 1)
PY
tools/bin/python show.py
