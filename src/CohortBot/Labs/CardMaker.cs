using CohortBot.Advisors;

namespace CohortBot.Labs;

/// <summary>Makes cards from what was said; what the member wrote over is kept.</summary>
internal sealed class CardMaker(IAdvisor advisor, LabTranscript transcript, CardStore cards, CardEdits edits, CardBudget budget)
{
    /// <summary>Who wrote a version of a card.</summary>
    internal enum By
    {
        /// <summary>The advisor.</summary>
        Advisor,

        /// <summary>The member.</summary>
        Member,
    }

    /// <summary>Makes the card anew from all that was said until now.</summary>
    /// <exception cref="AdvisorException">The advisor did not answer; the card stands as before.</exception>
    public async Task<KeptCard> MakeAsync(LabScene scene, CancellationToken cancellationToken)
    {
        var lane = scene.Participation.Lane;
        var conversation = await transcript.ForCardAsync(scene, cancellationToken);
        if (!await budget.HasRoomAsync(conversation, cancellationToken))
            conversation = conversation with { IsBudgetSpent = true };
        var made = await advisor.MakeCardAsync(conversation, cancellationToken);
        var before = await cards.FindAsync(lane, cancellationToken);
        var card = before is null ? made : edits.Keep(conversation, before.Card, made);
        return await cards.AddAsync(lane, card, By.Advisor, cancellationToken);
    }

    /// <summary>Keeps what the member wrote over in a card, and counts anew what follows from it.</summary>
    /// <param name="scene">The lab.</param>
    /// <param name="card">The card as it stands.</param>
    /// <param name="changes">The new values by field.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<KeptCard> EditAsync(
        LabScene scene, Card card, IReadOnlyDictionary<string, string> changes, CancellationToken cancellationToken)
    {
        var conversation = await transcript.ForCardAsync(scene, cancellationToken);
        var edited = edits.Apply(conversation, card, changes);
        return await cards.AddAsync(scene.Participation.Lane, edited, By.Member, cancellationToken);
    }
}
