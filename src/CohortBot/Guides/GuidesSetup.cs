using CohortBot.Commands;

namespace CohortBot.Guides;

/// <summary>Registers the guides and the commands that answer from them.</summary>
internal static class GuidesSetup
{
    /// <summary>Adds the book that is read from the course library's guides, and <c>/career</c>.</summary>
    public static IServiceCollection AddGuides(this IServiceCollection services) => services.AddSingleton<GuideBook>()
        .AddCommand<CareerRoleCommand>().AddCommand<CareerCompareCommand>().AddCommand<CareerSalaryCommand>().AddCommand<CareerLadderCommand>()
        .AddCommand<CareerMarketCommand>().AddCommand<CareerAskCommand>().AddCommand<CareerFitCommand>();
}
