# Completion of govreport-lint for PowerShell. Put into the file that $PROFILE names:
#   govreport-lint completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName govreport-lint -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
    if ($wordToComplete -eq '') { $words += '' }
    # PowerShell completes what stands after the last comma of A301,A3 alone.
    $typed = [string]$words[-1]
    $settled = ''
    if ($typed.EndsWith([string]$wordToComplete)) { $settled = $typed.Substring(0, $typed.Length - ([string]$wordToComplete).Length) }
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $env:COMP_WORDS = $words -join "`n"
        $env:COMP_CWORD = $words.Count - 1
        $env:_GOVREPORT_LINT_COMPLETE = 'powershell_complete'
        $lines = @(& $words[0] 2>$null)
    }
    finally {
        [Console]::OutputEncoding = $encoding
        Remove-Item Env:COMP_WORDS, Env:COMP_CWORD, Env:_GOVREPORT_LINT_COMPLETE -ErrorAction SilentlyContinue
    }
    foreach ($line in $lines) {
        $kind, $value, $help = $line -split "`t", 3
        if ($kind -eq 'file' -or $kind -eq 'dir') {
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($value)
        }
        elseif ($kind -eq 'plain') {
            if ($value.StartsWith($settled)) { $value = $value.Substring($settled.Length) }
            if (-not $help) { $help = $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
        }
    }
}
