// @ts-check
// Starts `policyc lsp` for .policy files, shows the pages of codes and pictures, and offers commands that run `policyc`
// in a terminal. What the lenses offer is run by the server itself.

const { execFile } = require("node:child_process");
const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

/** @type {LanguageClient | undefined} */
let client;

/** @returns {string} */
function program() {
  return vscode.workspace.getConfiguration("policyc").get("path") || "policyc";
}

/** @returns {string} */
function language() {
  return vscode.workspace.getConfiguration("policyc").get("lang") || "";
}

function start() {
  const lang = language();
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
  /** @param {vscode.Uri} uri */
  async provideTextDocumentContent(uri) {
    const page = await client?.sendRequest("workspace/textDocumentContent", { uri: uri.toString() });
    return /** @type {{ text?: string } | undefined} */ (page)?.text ?? "";
  },
};

// The active editor, if it shows a policy.
function currentEditor() {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== "policy") {
    vscode.window.showInformationMessage("Open a .policy file first.");
    return undefined;
  }
  return editor;
}

// The file of the active editor, saved: `policyc` reads files.
async function currentFile() {
  const document = currentEditor()?.document;
  if (!document) {
    return undefined;
  }
  if (document.uri.scheme !== "file") {
    vscode.window.showInformationMessage("Save the policy as a file first.");
    return undefined;
  }
  await document.save();
  return document.uri.fsPath;
}

/**
 * What every run begins with.
 * @param {string[]} args
 */
function withLanguage(args) {
  const lang = language();
  return lang ? ["--lang", lang, ...args] : args;
}

/**
 * Runs the program without a shell, so that a path means nothing but itself.
 * @param {string} title
 * @param {string[]} args
 */
async function run(title, args) {
  const execution = new vscode.ProcessExecution(program(), withLanguage(args));
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

/**
 * Runs a command on the policy and the facts of a case that the author picks.
 * @param {string} title
 * @param {(policy: string, facts: string) => string[]} args
 */
async function withCase(title, args) {
  const file = await currentFile();
  if (!file) {
    return;
  }
  const picked = await vscode.window.showOpenDialog({
    title: "The facts of the case",
    filters: { JSON: ["json"] },
    canSelectMany: false,
  });
  const facts = picked?.[0];
  if (facts) {
    await run(title, args(file, facts.fsPath));
  }
}

const evaluate = () => withCase("eval", (policy, facts) => ["eval", policy, "--facts", facts, "--explain"]);
const explain = () => withCase("explain", (policy, facts) => ["explain", policy, "--facts", facts]);

// The page of the finding under the cursor; where there is none, what the server says of the word there.
async function explainHere() {
  const editor = currentEditor();
  if (!editor) {
    return;
  }
  const found = vscode.languages
    .getDiagnostics(editor.document.uri)
    .find((one) => one.source === "policyc" && one.range.contains(editor.selection.active));
  const code = found?.code;
  if (code && typeof code === "object") {
    const page = await vscode.workspace.openTextDocument(code.target);
    await vscode.commands.executeCommand("markdown.showPreview", page.uri);
  } else {
    await vscode.commands.executeCommand("editor.action.showHover");
  }
}

const PICTURES = [
  { label: "decisions", description: "from facts to results" },
  { label: "ladder", description: "what each clause permits" },
  { label: "procedure", description: "the steps and who takes them" },
  { label: "liability", description: "who answers for what" },
];

async function showGraph() {
  const file = await currentFile();
  if (!file) {
    return;
  }
  const kind = await vscode.window.showQuickPick(PICTURES, { title: "Which picture?" });
  if (!kind) {
    return;
  }
  const args = withLanguage(["graph", file, "--kind", kind.label, "--format", "svg"]);
  execFile(program(), args, { maxBuffer: 64 * 1024 * 1024 }, (error, svg, said) => {
    if (error) {
      vscode.window.showErrorMessage(said || error.message);
      return;
    }
    const title = `${vscode.workspace.asRelativePath(file)}: ${kind.label}`;
    const panel = vscode.window.createWebviewPanel("policyc.graph", title, vscode.ViewColumn.Beside, {});
    // Nothing in the picture may load or run anything.
    const policy = "default-src 'none'; style-src 'unsafe-inline'";
    panel.webview.html = `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"></head>
<body style="background: white">${svg}</body></html>`;
  });
}

/** @param {vscode.ExtensionContext} context */
function activate(context) {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider("policyc", pages),
    vscode.commands.registerCommand("policyc.runTests", runTests),
    vscode.commands.registerCommand("policyc.evaluate", evaluate),
    vscode.commands.registerCommand("policyc.explain", explain),
    vscode.commands.registerCommand("policyc.explainHere", explainHere),
    vscode.commands.registerCommand("policyc.showGraph", showGraph),
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
