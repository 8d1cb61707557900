// A language server, driven over its protocol as an editor drives it: messages with a length before them, over the standard streams.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";

/** How long a server may take for one answer. */
const PATIENCE = 60_000;

export class Server {
  #child;
  #answers = new Map();
  #waiting = new Map();
  #rest = Buffer.alloc(0);
  #last = 0;
  #ready;
  #configured = new Promise((resolve) => (this.#ready = resolve));

  /** Starts a server for a workspace; `settings` are those of the editor, by their dotted names. */
  static async start(program, root, settings) {
    const server = new Server();
    server.root = root;
    server.settings = nested(settings);
    server.#child = spawn(process.execPath, [program, "--stdio"], { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
    server.#child.stdout.on("data", (bytes) => server.#read(bytes));
    const here = pathToFileURL(root).href;
    await server.ask("initialize", {
      processId: process.pid,
      rootUri: here,
      workspaceFolders: [{ uri: here, name: "workspace" }],
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, workspaceFolders: true },
        textDocument: {
          completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown", "plaintext"] } },
          hover: { contentFormat: ["markdown", "plaintext"] },
          publishDiagnostics: { relatedInformation: true },
        },
      },
    });
    server.#send({ method: "initialized", params: {} });
    // Before it has the settings it knows no schema and would call everything right.
    await soon(server.#configured, "the settings");
    return server;
  }

  /** Opens a text under a path of the workspace and waits for what is underlined in it. */
  async open(path, text) {
    const uri = this.#uri(path);
    const told = this.#next(uri);
    // The server knows a text again by its path and version.
    const version = ++this.#last;
    this.#send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version, text } } });
    return told;
  }

  /** Closes a text; the server then takes its underlines back, and only after that the same path can be opened anew. */
  async close(path) {
    const uri = this.#uri(path);
    const told = this.#next(uri);
    this.#send({ method: "textDocument/didClose", params: { textDocument: { uri } } });
    assert.deepEqual(await told, []);
  }

  hover(path, position) {
    return this.ask("textDocument/hover", { textDocument: { uri: this.#uri(path) }, position });
  }

  async complete(path, position) {
    const answer = await this.ask("textDocument/completion", { textDocument: { uri: this.#uri(path) }, position });
    return answer?.items ?? answer ?? [];
  }

  ask(method, params) {
    const id = ++this.#last;
    const answer = new Promise((resolve, reject) => this.#answers.set(id, { resolve, reject }));
    this.#send({ id, method, params });
    return soon(answer, method);
  }

  async stop() {
    await this.ask("shutdown", null);
    this.#send({ method: "exit" });
    this.#child.kill();
  }

  #uri(path) {
    return pathToFileURL(`${this.root}/${path}`).href;
  }

  #next(uri) {
    return soon(new Promise((resolve) => this.#waiting.set(uri, resolve)), `diagnostics of ${uri}`);
  }

  #send(message) {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #read(bytes) {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    for (;;) {
      const head = this.#rest.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#rest.subarray(0, head))[1]);
      const end = head + 4 + length;
      if (this.#rest.length < end) return;
      const message = JSON.parse(this.#rest.subarray(head + 4, end));
      this.#rest = this.#rest.subarray(end);
      this.#take(message);
    }
  }

  #take({ id, method, params, result, error }) {
    if (method === "workspace/configuration") {
      this.#send({ id, result: params.items.map((item) => this.settings[item.section] ?? null) });
      this.#ready();
    } else if (method === "textDocument/publishDiagnostics") {
      this.#waiting.get(params.uri)?.(params.diagnostics);
      this.#waiting.delete(params.uri);
    } else if (method !== undefined && id !== undefined) {
      this.#send({ id, result: null });
    } else if (id !== undefined) {
      const answer = this.#answers.get(id);
      this.#answers.delete(id);
      if (error) answer?.reject(new Error(error.message));
      else answer?.resolve(result);
    }
  }
}

/** Turns `{"yaml.format.enable": false}` into what an editor answers for the section `yaml`. */
function nested(settings) {
  const tree = {};
  for (const [name, value] of Object.entries(settings)) {
    if (name.startsWith("[")) {
      tree[name] = value;
      continue;
    }
    const steps = name.split(".");
    const last = steps.pop();
    let at = tree;
    for (const step of steps) at = at[step] ??= {};
    at[last] = value;
  }
  return tree;
}

function soon(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer: ${what}`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
