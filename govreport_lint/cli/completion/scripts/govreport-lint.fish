# Completion of govreport-lint for fish: govreport-lint completion fish > ~/.config/fish/completions/govreport-lint.fish
function _govreport_lint_completion
    set -l typed (commandline -opc) (commandline -ct)
    set -lx COMP_WORDS (string join \n -- $typed | string collect)
    set -lx COMP_CWORD (math (count $typed) - 1)
    set -lx _GOVREPORT_LINT_COMPLETE fish_complete
    set -l program (string replace -r '^~' $HOME -- $typed[1])
    command --query $program; or return
    # Of --output=out only what follows the sign is a name.
    set -l settled (string match -r '^--[^=]+=' -- $typed[-1]; or echo '')
    for line in ($program 2>/dev/null)
        set -l parts (string split \t -- $line)
        switch $parts[1]
            case plain
                printf '%s\t%s\n' $parts[2] $parts[3]
            case file
                printf '%s\n' $settled(__fish_complete_path $parts[2])
            case dir
                printf '%s\n' $settled(__fish_complete_directories $parts[2])
        end
    end
end
complete --no-files --command govreport-lint --arguments '(_govreport_lint_completion)'
