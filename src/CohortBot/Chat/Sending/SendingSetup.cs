using CohortBot.Operations;
using CohortBot.Schedule;

namespace CohortBot.Chat.Sending;

/// <summary>Registers the outbox and its sender.</summary>
internal static class SendingSetup
{
    /// <summary>Adds what sends messages once.</summary>
    public static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddCounters(OutboxMeter.AtZero).AddGauges<OutboxGauges>();
        services.AddHealth<OutboxHealth>("outbox").AddHealth<PlatformHealth>("platforms");
        services.AddSingleton<OutboxSignal>().AddSingleton<OutboxTurns>().AddSingleton<OutboxListeners>().AddSingleton(new OutboxWaits(Random.Shared));
        services.AddSingleton<OutboxStore>().AddSingleton<OutboxRestored>().AddSingleton<OutboxPost>().AddSingleton<OutboxDelivery>().AddSingleton<Outbox>()
            .AddSingleton<Withdrawals>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxRestored>());
        services.AddSingleton<OutboxClock>().AddSingleton<IClockListener>(provider => provider.GetRequiredService<OutboxClock>())
            .AddHostedService(provider => provider.GetRequiredService<OutboxClock>());
        return services.AddSingleton<OutboxSender>().AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
    }
}
