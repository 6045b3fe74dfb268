namespace CohortBot.Guides;

/// <summary>Registers the guides.</summary>
internal static class GuidesSetup
{
    /// <summary>Adds the book that is read from the course library's guides.</summary>
    public static IServiceCollection AddGuides(this IServiceCollection services) => services.AddSingleton<GuideBook>();
}
