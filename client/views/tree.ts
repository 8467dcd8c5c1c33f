/** A tree of the side bar: nodes as plain values, loaded anew when something changed and somebody looks. */
import {
  type Command,
  Disposable,
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { PlainRange } from '../../server/protocol/documents.ts';
import { BESIDE, beside } from './words.ts';

/** A row of a tree. */
export interface Node {
  /** Tells the row from the others of its tree, so that it stays open or closed when the tree is loaded again. */
  readonly id: string;
  readonly label: string;
  /** Said behind the label, less prominently. */
  readonly description?: string;
  /** Plain text that shows where the mouse rests, paragraph by paragraph. */
  readonly tooltip?: readonly string[];
  /** The name of one of VS Code's icons, and of the colour it has where it is no plain one. */
  readonly icon?: string;
  readonly colour?: string;
  /** What is read out of the row; by default its label and description. What stands apart by dots is read out with pauses. */
  readonly spoken?: string;
  /** What the row opens. */
  readonly place?: { readonly uri: string; readonly range?: PlainRange };
  /** The file that its menu is about. */
  readonly file?: string;
  /** What `when` clauses of menus know it by. */
  readonly context?: string;
  /** Its box to tick, what shows where the mouse rests on that, and what it is called where it is read out; rows without one have none. */
  readonly box?: { readonly ticked: boolean; readonly label: string; readonly spoken: string };
  readonly children?: readonly Node[];
  /** Whether the children are in view from the start. */
  readonly open?: boolean;
}

/** Milliseconds in which changes that come together are one. */
const TOGETHER = 150;

export class Tree implements TreeDataProvider<Node>, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  readonly view: TreeView<Node>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly disposable: Disposable;

  /**
   * @param id of the view in the manifest
   * @param load gives the rows as they are now; asked only while the tree is in view
   */
  constructor(
    id: string,
    private readonly load: () => Promise<readonly Node[]>,
  ) {
    this.view = window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true, manageCheckboxStateManually: true });
    this.disposable = Disposable.from(this.view, this.changed, new Disposable(() => clearTimeout(this.timer)));
  }

  /** Something has changed: the rows are loaded again, once for all that changes at about the same time. */
  readonly refresh = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(), TOGETHER);
  };

  async getChildren(node?: Node): Promise<Node[]> {
    return [...(node ? (node.children ?? []) : await this.load())];
  }

  getTreeItem(node: Node): TreeItem {
    const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
    const item = new TreeItem(node.label, node.children ? (node.open ? Expanded : Collapsed) : None);
    item.id = node.id;
    item.description = node.description;
    item.contextValue = node.context;
    item.tooltip = plain(node.tooltip ?? [node.label]);
    item.accessibilityInformation = { label: (node.spoken ?? beside(node.label, node.description)).replaceAll(BESIDE, ', ') };
    if (node.icon) item.iconPath = new ThemeIcon(node.icon, node.colour ? new ThemeColor(node.colour) : undefined);
    if (node.box) {
      const { ticked, label, spoken } = node.box;
      const state = ticked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked;
      item.checkboxState = { state, tooltip: label, accessibilityInformation: { label: spoken } };
    }
    if (node.place) item.command = opening(node.place);
    return item;
  }

  dispose(): void {
    this.disposable.dispose();
  }
}

/** What is shown may come from a source or a draft: no mark of it has an effect. */
function plain(paragraphs: readonly string[]): MarkdownString {
  const text = new MarkdownString();
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at > 0) text.appendMarkdown('\n\n');
    text.appendText(paragraph);
  }
  return text;
}

function opening({ uri, range }: NonNullable<Node['place']>): Command {
  const options = range && { selection: range };
  return { command: 'vscode.open', title: '', arguments: [Uri.parse(uri), options] };
}
