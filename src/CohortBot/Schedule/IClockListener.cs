namespace CohortBot.Schedule;

/// <summary>Wants to know that the clock has jumped: a scheduler that sleeps until an hour that has now passed.</summary>
internal interface IClockListener
{
    /// <summary>The clock jumped; what is due now is to go off now.</summary>
    Task JumpedAsync(CancellationToken cancellationToken);
}
