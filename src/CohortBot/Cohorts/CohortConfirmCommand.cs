using CohortBot.Chat;
using CohortBot.Cohorts.Changes;
using CohortBot.Commands;

namespace CohortBot.Cohorts;

/// <summary>Runs a line that was too long for its button, with the rights of the one who presses.</summary>
internal sealed class CohortConfirmCommand(LongLines lines, IServiceProvider services) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("cohort confirm") { IsHidden = true, Options = [new("line", IsRequired: true)] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var line = await lines.FindAsync(context.Workspace, context.Get("line"), cancellationToken) ?? throw new CommandException("cohorts.stale");
        // The router knows all commands, this one too: it can only be asked for now.
        return await services.GetRequiredService<IInteractions>().RunAsync(context.Call with { Line = line }, cancellationToken);
    }
}
