// Starts `heqi lsp` for the files of the language, and ends it with the editor.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

async function start() {
  const settings = vscode.workspace.getConfiguration("heqi");
  const errors = settings.get("errors");
  client = new LanguageClient(
    "heqi",
    "heqi",
    { command: settings.get("path"), args: ["lsp"] },
    {
      documentSelector: [{ language: "heqi" }],
      initializationOptions: errors ? { errors } : {},
      synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.heqi") },
    },
  );
  await client.start();
}

exports.activate = async (context) => {
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (!change.affectsConfiguration("heqi")) return;
      await client?.stop();
      await start();
    }),
  );
  await start();
};

exports.deactivate = () => client?.stop();
