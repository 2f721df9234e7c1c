// Starts `policyc lsp` for .policy files, shows the pages of codes, and offers commands that run `policyc` in a terminal.

const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

function program() {
  return vscode.workspace.getConfiguration("policyc").get("path") || "policyc";
}

function start() {
  const lang = vscode.workspace.getConfiguration("policyc").get("lang");
  const run = { command: program(), args: ["lsp"], transport: TransportKind.stdio };
  client = new LanguageClient("policyc", "policyc", run, {
    documentSelector: [
      { scheme: "file", language: "policy" },
      { scheme: "untitled", language: "policy" },
    ],
    initializationOptions: lang ? { lang } : {},
  });
  client.start().catch((error) => {
    vscode.window.showErrorMessage(`policyc could not be started (${error.message}). Set “policyc.path”.`);
  });
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop().catch(() => {});
}

// The page of a code: the server knows it.
const pages = {
  async provideTextDocumentContent(uri) {
    const page = await client?.sendRequest("workspace/textDocumentContent", { uri: uri.toString() });
    return page?.text ?? "";
  },
};

// The file of the active editor, saved: `policyc` reads files.
async function currentFile() {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== "policy" || document.uri.scheme !== "file") {
    vscode.window.showInformationMessage("Open a .policy file first.");
    return undefined;
  }
  await document.save();
  return document.uri.fsPath;
}

// Runs the program without a shell, so that a path means nothing but itself.
async function run(title, args) {
  const execution = new vscode.ProcessExecution(program(), args);
  const task = new vscode.Task({ type: "policyc" }, vscode.TaskScope.Workspace, title, "policyc", execution);
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true };
  await vscode.tasks.executeTask(task);
}

async function runTests() {
  const file = await currentFile();
  if (file) {
    await run("test", ["test", file]);
  }
}

async function evaluate() {
  const file = await currentFile();
  if (!file) {
    return;
  }
  const picked = await vscode.window.showOpenDialog({
    title: "The facts of the case",
    filters: { JSON: ["json", "jsonc"] },
    canSelectMany: false,
  });
  if (picked?.length) {
    await run("eval", ["eval", file, "--facts", picked[0].fsPath, "--explain"]);
  }
}

function activate(context) {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider("policyc", pages),
    vscode.commands.registerCommand("policyc.runTests", runTests),
    vscode.commands.registerCommand("policyc.evaluate", evaluate),
    vscode.commands.registerCommand("policyc.restart", async () => {
      await stop();
      start();
    }),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("policyc")) {
        await stop();
        start();
      }
    }),
  );
  start();
}

module.exports = { activate, deactivate: stop };
