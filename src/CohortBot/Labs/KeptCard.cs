using CohortBot.Advisors;
using CohortBot.Exchanges;

namespace CohortBot.Labs;

/// <summary>A version of a card as it is kept.</summary>
/// <param name="Participation">The member in the lab.</param>
/// <param name="Version">1, and one more whenever it is made anew or edited.</param>
/// <param name="Card">What it says.</param>
internal sealed record KeptCard(ParticipationId Participation, long Version, Card Card);
