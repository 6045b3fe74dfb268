using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Exchanges;

namespace CohortBot.Labs;

/// <summary>A message that came into a lab thread, and what becomes of it.</summary>
/// <param name="Incoming">What the platform delivered.</param>
/// <param name="Member">Who wrote it.</param>
/// <param name="Participation">The part in the lab that it belongs to; none for a guest's message.</param>
/// <param name="Reason">Why it does not count; null when the advisor is to answer it.</param>
internal sealed record NewLabMessage(IncomingMessage Incoming, MemberKey Member, Participation? Participation, WhyNot? Reason)
{
    /// <summary>The scene of the participation; none where the lab is no longer in the course.</summary>
    public LabScene? Scene { get; init; }
}
