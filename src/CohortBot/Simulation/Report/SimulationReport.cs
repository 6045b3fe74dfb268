using CohortBot.Simulation.Checking;
using CohortBot.Texts;

namespace CohortBot.Simulation.Report;

/// <summary>What a simulation came to. Nothing in it tells when or where it was run.</summary>
internal sealed record SimulationReport
{
    /// <summary>What was asked for.</summary>
    public required SimulationRequest Request { get; init; }

    /// <summary>The course's title.</summary>
    public required string Course { get; init; }

    /// <summary>What happened.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    /// <summary>How everybody stands at the end.</summary>
    public required StatusGrid Grid { get; init; }

    /// <summary>The sums.</summary>
    public required Totals Totals { get; init; }

    /// <summary>What must be true.</summary>
    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>Whether all of it is.</summary>
    public bool IsGood => Checks.All(check => check.IsGood);

    /// <summary>Reads what a simulation has left and checks it.</summary>
    public static async Task<SimulationReport> MakeAsync(SimulatedCohort simulated)
    {
        var ledger = await CohortLedger.ReadAsync(simulated.World, new TextCatalogue());
        var grid = StatusGrid.From(simulated.Status);
        var (lessons, answers, delivery) = (new LessonChecks(simulated, ledger), new AnswerChecks(ledger), new DeliveryChecks(simulated, ledger));
        return new SimulationReport
        {
            Request = simulated.World.Request,
            Course = simulated.World.Course.Title,
            Timeline = new Timeline(simulated, ledger).Make(),
            Grid = grid,
            Totals = await Totals.CountAsync(simulated, ledger),
            Checks =
            [
                await lessons.EachOnceAsync(), lessons.OnTheHour(), await answers.NothingWaitsAsync(), answers.CountsAreDelivered(), answers.CardsAreThere(),
                new GridCheck(simulated, ledger, grid).Run(), await delivery.AllHasLeftAsync(), delivery.NothingIsTooLong(), delivery.NothingIsBroken(),
            ],
        };
    }
}
