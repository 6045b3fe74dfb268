using Microsoft.Extensions.Options;

namespace CohortBot.Advisors.Providers;

/// <summary>The connections to a provider.</summary>
internal static class ProviderHttp
{
    /// <summary>The name of the HTTP client.</summary>
    public const string Name = "advisor";

    // So that a provider that moves to another address is found there.
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Adds the client. It has no time-out of its own (<see cref="Calls.ModelSilence"/> watches), logs nothing (addresses may be private, heads
    /// hold the key), and follows no redirect, which would carry the key to somebody else.
    /// </summary>
    public static IServiceCollection AddProviderHttp(this IServiceCollection services)
    {
        services.AddTransient<ProviderAnswers>();
        services.AddHttpClient(Name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<AdvisorOptions>>().Value.ConnectSeconds),
                PooledConnectionLifetime = ConnectionLife,
                AllowAutoRedirect = false,
                UseCookies = false,
            })
            .AddHttpMessageHandler<ProviderAnswers>()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services;
    }
}
