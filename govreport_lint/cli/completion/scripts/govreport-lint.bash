# Completion of govreport-lint for bash. Put into ~/.bashrc: eval "$(govreport-lint completion bash)"
_govreport_lint_completion() {
    local kind value words
    COMPREPLY=()
    words=$(printf '%s\n' "${COMP_WORDS[@]}")
    while IFS=$'\t' read -r kind value _; do
        case $kind in
            plain) COMPREPLY+=("$value") ;;
            file | dir)
                # Names are quoted by bash, and folders get their slash.
                compopt -o filenames 2>/dev/null
                while IFS= read -r value; do
                    COMPREPLY+=("$value")
                done < <(compgen -"${kind:0:1}" -- "$value")
                ;;
        esac
    done < <(COMP_WORDS=$words COMP_CWORD=$COMP_CWORD _GOVREPORT_LINT_COMPLETE=bash_complete \
        "${1/#\~/$HOME}" 2>/dev/null)
}
complete -o nosort -F _govreport_lint_completion govreport-lint 2>/dev/null ||
    complete -F _govreport_lint_completion govreport-lint
