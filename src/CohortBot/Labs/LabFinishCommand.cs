using CohortBot.Advisors;
using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Commands;

namespace CohortBot.Labs;

/// <summary><c>/lab finish</c>: makes the card anew from everything that was said. What the member wrote over is kept.</summary>
internal sealed class LabFinishCommand(CardDesk desk, CardMaker maker, ParticipationStore participations) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lab finish") { Options = [new CommandOption("lab")] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.FindLabAsync(context, cancellationToken);
        scene.Cohort.RefuseClosed();
        await desk.CheckCompleteAsync(scene, cancellationToken);
        try
        {
            var card = await maker.MakeAsync(scene, cancellationToken);
            await participations.FinishAsync(scene.Participation, cancellationToken);
            return await desk.ShowAsync(scene, card, cancellationToken);
        }
        catch (AdvisorException)
        {
            return context.Say("labs.card_failed");
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        desk.SuggestAsync(context, cancellationToken);
}
