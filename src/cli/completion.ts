import type { Command } from 'commander';

/** What makes a shell complete commands and options: made from the commands themselves, so that it cannot be behind them. */

export type Shell = 'bash' | 'zsh' | 'powershell';

interface Words {
  readonly command: string;
  readonly options: readonly string[];
}

export function completion(program: Command, shell: Shell): string {
  const words = program.commands.map(command => ({
    command: command.name(),
    options: command.options.filter(option => !option.hidden).map(option => option.long ?? ''),
  }));
  if (shell === 'powershell') return powershell(words);
  const start = shell === 'zsh' ? 'autoload -U +X bashcompinit && bashcompinit\n' : '';
  return start + bash(words);
}

/** After the first word come its options; where none fits, files and folders as usual. */
function bash(words: readonly Words[]): string {
  const cases = words.map(({ command, options }) => `    ${command}) options='${options.join(' ')}' ;;`);
  return `_scorecard() {
  local word=\${COMP_WORDS[COMP_CWORD]} options=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${words.map(({ command }) => command).join(' ')}' -- "$word"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$options" -- "$word"))
}
complete -o default -F _scorecard scorecard`;
}

function powershell(words: readonly Words[]): string {
  const options = words.map(
    ({ command, options }) => `    '${command}' = @(${options.map(option => `'${option}'`).join(', ')})`,
  );
  return `Register-ArgumentCompleter -Native -CommandName scorecard -ScriptBlock {
  param($word, $line, $position)
  $options = @{
${options.join('\n')}
  }
  $given = $line.CommandElements | ForEach-Object { $_.ToString() }
  $choices = if ($given.Count -le 1 -or ($given.Count -eq 2 -and $word)) { $options.Keys | Sort-Object } else { $options[$given[1]] }
  $choices | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}`;
}
