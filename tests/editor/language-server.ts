/** The real language server of the YAML extension, addressed like an editor does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

export interface EditorFinding {
  message: string;
  /** Counted from 0, as in the protocol. */
  range: { start: { line: number; character: number } };
}
export interface Offered {
  label: string;
  insertText: string;
  documentation: string;
}

interface Item {
  label: string;
  insertText?: string;
  documentation?: string | { value: string };
}

/** Preloaded into the server: reports every outgoing connection on standard error, and blocks it. */
const TELLS_OF_CONNECTIONS = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net';
  net.Socket.prototype.connect = function (...where) {
    process.stderr.write('\\nCONNECTS ' + JSON.stringify(where[0]) + '\\n');
    queueMicrotask(() => this.destroy(new Error('no network')));
    return this;
  };
  process.stderr.write('\\nCONNECTS is watched\\n');
`)}`;
const connectionsIn = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('CONNECTS'));

/** The settings from docs/authoring/editor.md. */
const SETTINGS = {
  yaml: { schemaStore: { enable: false }, validate: true, hover: true, completion: true, format: { enable: false } },
};

export class LanguageServer {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  #opens = 0;
  readonly #waiting = new Map<string, (found: EditorFinding[]) => void>();
  /** Every address that the server requested, from us or from the network; it reads files by itself. */
  readonly asked: string[] = [];

  private constructor(child: ChildProcess, connection: MessageConnection) {
    this.#process = child;
    this.#connection = connection;
  }

  static async start(): Promise<LanguageServer> {
    const server = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');
    const child = spawn(process.execPath, [server, '--stdio'], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: `--import ${TELLS_OF_CONNECTIONS}` },
    });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const editor = new LanguageServer(child, connection);
    child.stderr.setEncoding('utf8').on('data', (text: string) => editor.asked.push(...connectionsIn(text)));
    await editor.#begin();
    return editor;
  }

  async #begin(): Promise<void> {
    const connection = this.#connection;
    connection.onNotification(
      'textDocument/publishDiagnostics',
      (told: { uri: string; diagnostics: EditorFinding[] }) => {
        this.#waiting.get(told.uri)?.(told.diagnostics);
      },
    );
    connection.onRequest('workspace/configuration', (asked: { items: { section: string }[] }) =>
      asked.items.map(({ section }) => (SETTINGS as Record<string, unknown>)[section] ?? {}),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('vscode/content', (uri: string) => {
      this.asked.push(uri);
      return '{}';
    });
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: {
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
          hover: { contentFormat: ['markdown', 'plaintext'] },
        },
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: SETTINGS });
  }

  /** The diagnostics of a text at `path`. */
  async findings(path: string, text: string): Promise<EditorFinding[]> {
    return this.#opened(path, text, (_, found) => Promise.resolve(found));
  }

  /**
   * The completions at `
   * ` in the text.
   */
  async offers(path: string, marked: string): Promise<Offered[]> {
    const { text, position } = cursorIn(marked);
    return this.#opened(path, text, async (uri) => {
      const answer: { items: Item[] } | null = await this.#connection.sendRequest('textDocument/completion', {
        textDocument: { uri },
        position,
      });
      return (answer?.items ?? []).map(({ label, insertText = '', documentation = '' }) => ({
        label,
        insertText,
        documentation: typeof documentation === 'string' ? documentation : documentation.value,
      }));
    });
  }

  /**
   * The hover text of the word at `
   * `.
   */
  async hover(path: string, marked: string): Promise<string> {
    const { text, position } = cursorIn(marked);
    return this.#opened(path, text, async (uri) => {
      const answer: { contents: { value: string } } | null = await this.#connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position,
      });
      return answer?.contents.value ?? '';
    });
  }

  /** Each text is a separate file beside `path`, so that tests do not affect each other. */
  async #opened<T>(path: string, text: string, ask: (uri: string, found: EditorFinding[]) => Promise<T>): Promise<T> {
    const uri = pathToFileURL(path.replace(/\.yaml$/, `.${++this.#opens}.yaml`)).href;
    const found = new Promise<EditorFinding[]>((resolve) => this.#waiting.set(uri, resolve));
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    const answer = await ask(uri, await found);
    this.#waiting.delete(uri);
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    return answer;
  }

  async end(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    this.#connection.dispose();
    this.#process.kill();
  }
}

/**
 * Finds the cursor `
 * ` in a text.
 */
function cursorIn(marked: string): { text: string; position: { line: number; character: number } } {
  const before = marked.split('¦')[0] ?? '';
  const lines = before.split('\n');
  return {
    text: marked.replace('¦', ''),
    position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
  };
}
