/** The open dialog of the console. */
import { useConsole } from './console-context.ts';
import { EndDialog, KeysDialog, PauseDialog, SkipDialog } from './actions/control-dialogs.tsx';
import { InjectDialog } from './coming/inject-dialog.tsx';
import { MessageDialog } from './actions/message-dialog.tsx';
import { SimulatedDialog } from './actions/simulated-dialog.tsx';
import { DeskViewDialog } from './desks/desk-view-dialog.tsx';

export function ConsoleDialogs() {
  const { dialog } = useConsole();
  switch (dialog?.open) {
    case 'inject':
      return <InjectDialog id={dialog.inject} key={dialog.inject} />;
    case 'message':
      return <MessageDialog to={dialog.to} />;
    case 'see':
      return <DeskViewDialog first={dialog.role} />;
    case 'pause':
      return <PauseDialog />;
    case 'skip':
      return <SkipDialog />;
    case 'end':
      return <EndDialog />;
    case 'simulated':
      return <SimulatedDialog />;
    case 'keys':
      return <KeysDialog />;
    default:
      return null;
  }
}
