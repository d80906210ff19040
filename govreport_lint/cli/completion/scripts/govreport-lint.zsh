#compdef govreport-lint
# Completion of govreport-lint for zsh. Put into ~/.zshrc, after compinit: eval "$(govreport-lint completion zsh)"
# or save it as _govreport-lint in a folder of $fpath.
_govreport_lint_completion() {
    local line kind value help
    local -a typed described
    typed=("${(@Q)words[1,CURRENT]}")
    for line in "${(@f)$(COMP_WORDS="${(pj:\n:)typed}" COMP_CWORD=$((CURRENT - 1)) \
            _GOVREPORT_LINT_COMPLETE=zsh_complete ${~words[1]} 2>/dev/null)}"; do
        kind=${line%%$'\t'*}
        line=${line#*$'\t'}
        value=${line%%$'\t'*}
        help=${line#*$'\t'}
        case $kind in
            plain) described+=("${value//:/\\:}${help:+:$help}") ;;
            # Of --output=out only what follows the sign is a name.
            file) compset -P '--*='; _files ;;
            dir) compset -P '--*='; _files -/ ;;
        esac
    done
    if (( $#described )); then
        _describe -V govreport-lint described
    fi
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _govreport_lint_completion "$@"
else
    compdef _govreport_lint_completion govreport-lint
fi
