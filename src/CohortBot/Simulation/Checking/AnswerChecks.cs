using CohortBot.Simulation.Report;

namespace CohortBot.Simulation.Checking;

/// <summary>Every message has its answer, every answer its exchange, every completed lab its card.</summary>
internal sealed class AnswerChecks(CohortLedger ledger)
{
    /// <summary>Nothing that a member wrote in a lab waits.</summary>
    public async Task<Check> NothingWaitsAsync()
    {
        var (written, unanswered) = await ledger.ListUnansweredAsync();
        return new Check("answers", written, unanswered);
    }

    /// <summary>What the ledger counts is what stands in the thread: as many exchanges as answered turns, and as many as messages that say an answer.</summary>
    public Check CountsAreDelivered() =>
        new("counts", ledger.Labs.Count, [.. ledger.Labs.Where(lab => lab.Exchanges != lab.Answered || lab.Exchanges != lab.Shown)
            .Select(lab => $"{lab.Name}, {lab.Lab}: {lab.Exchanges}/{lab.Answered}/{lab.Shown}")]);

    /// <summary>Who has completed a lab has its card.</summary>
    public Check CardsAreThere()
    {
        var complete = ledger.Labs.Where(lab => lab.CompletedAt is not null).ToList();
        return new Check("cards", complete.Count, [.. complete.Where(lab => lab.Cards == 0).Select(lab => $"{lab.Name}, {lab.Lab}")]);
    }
}
