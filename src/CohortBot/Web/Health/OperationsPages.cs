namespace CohortBot.Web.Health;

/// <summary>What an operator, a scraper or a probe asks over HTTP.</summary>
internal static class OperationsPages
{
    /// <summary>Serves figures and health behind their own guard. Comes before the local channel.</summary>
    public static void MapOperations(this WebApplication app)
    {
        app.UseMiddleware<OperationsGuard>();
        HealthEndpoints.Map(app);
        MetricsEndpoint.Map(app);
    }
}
