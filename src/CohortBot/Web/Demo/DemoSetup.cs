namespace CohortBot.Web.Demo;

/// <summary>Registers the demo.</summary>
internal static class DemoSetup
{
    /// <summary>Adds the demo of the first start. Comes last, since it types commands.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services.AddSingleton<DemoPeople>().AddSingleton<DemoMark>().AddHostedService<DemoCohort>();
}
