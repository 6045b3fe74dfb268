using CohortBot.Access;
using CohortBot.Cohorts;
using CohortBot.Texts;

namespace CohortBot.Labs.Safety;

/// <summary>Who is to be shown something, and in which words.</summary>
internal sealed record SafetyScene(Member Member, Cohort Cohort, Wording Wording);

/// <summary>Finds them.</summary>
internal sealed class SafetyScenes(CohortStore cohorts, MemberDirectory members, TextCatalogue texts)
{
    /// <summary>The scene, or null when the member was erased.</summary>
    public async Task<SafetyScene?> FindAsync(SafetyEvent met, CancellationToken cancellationToken) =>
        await cohorts.FindAsync(met.Workspace, met.Cohort, cancellationToken) is { } cohort
        && await members.FindAsync(met.Workspace, met.Member, cancellationToken) is { } member
            ? new SafetyScene(member, cohort, texts.In(member.Locale ?? cohort.Locale))
            : null;
}
