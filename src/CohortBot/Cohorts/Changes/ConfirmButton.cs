using CohortBot.Chat.Documents;
using CohortBot.Commands;

namespace CohortBot.Cohorts.Changes;

/// <summary>The button under a change that was shown: the same command once more, with the mark of what was shown.</summary>
internal sealed class ConfirmButton(LongLines lines)
{
    /// <summary>Makes the button.</summary>
    /// <param name="context">The command at work.</param>
    /// <param name="spec">What was typed.</param>
    /// <param name="fingerprint">The mark of what was shown.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="look">How it looks.</param>
    public async Task<Button> MakeAsync(
        CommandContext context, CommandSpec spec, string fingerprint, CancellationToken cancellationToken, ButtonLook look = ButtonLook.Primary)
    {
        var options = context.Options.Where(option => option.Key is not ("confirm" or "cohort") && option.Value.Length > 0).Select(option => (option.Key, option.Value));
        if (context.Cohort is { } cohort)
            options = options.Append(("cohort", cohort.ToString()));
        var line = $"{spec.Path} {string.Join(' ', options.Append(("confirm", fingerprint)).Select(option => $"{option.Item1}:{CommandLine.Quote(option.Item2)}"))}";
        return context.Wording.Button("cohorts.confirm", await lines.ShortenAsync(context.Workspace, line, cancellationToken), look);
    }
}
