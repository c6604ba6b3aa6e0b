/** Every dialog of the console. */
import { useConsole } from './console-context.ts';
import { EndDialog, KeysDialog, PauseDialog, SkipDialog } from './control-dialogs.tsx';
import { InjectDialog } from './inject-dialog.tsx';
import { MessageDialog } from './message-dialog.tsx';
import { SimulatedDialog } from './simulated-dialog.tsx';
import { SeeAs } from './see-as.tsx';

export function ConsoleDialogs() {
  const { dialog } = useConsole();
  switch (dialog?.open) {
    case 'inject':
      return <InjectDialog id={dialog.inject} key={dialog.inject} />;
    case 'message':
      return <MessageDialog to={dialog.to} />;
    case 'see':
      return <SeeAs first={dialog.role} />;
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
