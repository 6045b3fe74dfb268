using CohortBot.Chat;
using CohortBot.Commands;

namespace CohortBot.Labs;

/// <summary><c>/lab keep</c>: takes the shared card out of the channel.</summary>
internal sealed class LabKeepCommand(CardDesk desk, CardShares shares) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lab keep") { Options = [new CommandOption("lab")] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.FindLabAsync(context, cancellationToken);
        return context.Say(await shares.TakeBackAsync(scene, cancellationToken) switch
        {
            CardTakenBack.Now => "labs.kept",
            CardTakenBack.Soon => "labs.kept_soon",
            _ => "labs.kept_already",
        });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        desk.SuggestAsync(context, cancellationToken);
}
