using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Commands;
using CohortBot.Labs.Safety;
using CohortBot.Operations;
using CohortBot.Schedule;

namespace CohortBot.Labs;

/// <summary>Registers the labs.</summary>
internal static class LabsSetup
{
    /// <summary>Adds lab threads, turns, cards and their commands.</summary>
    public static IServiceCollection AddLabs(this IServiceCollection services)
    {
        services.AddOptions<LabOptions>().BindConfiguration(LabOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddCounters(LabMeter.AtZero).AddGauges<LabGauges>();
        return services.AddPlaces().AddLabSafety().AddTurns().AddCards().AddLabCommands()
            .AddHostedService<LabResume>().AddHostedService(provider => provider.GetRequiredService<LabFollowing>())
            .AddSingleton<LabMissedWatch>().AddHostedService(provider => provider.GetRequiredService<LabMissedWatch>());
    }

    private static IServiceCollection AddPlaces(this IServiceCollection services) =>
        services.AddSingleton<LabThreadStore>()
            .AddSingleton<LabThreads>()
            .AddSingleton<LabThreadKeeper>()
            .AddSingleton<ParticipationStore>()
            .AddSingleton<LabScenes>()
            .AddSingleton<LabChooser>()
            .AddSingleton<LabOpening>()
            .AddSingleton<LabOpener>()
            .AddSingleton<LabAdmission>()
            .AddSingleton<LabMessageStore>()
            .AddSingleton<LabIntake>()
            .AddSingleton<LabMissed>()
            .AddSingleton<LabSignals>()
            .AddSingleton<LabInbox>()
            .AddSingleton<IMessageReceiver>(provider => provider.GetRequiredService<LabInbox>())
            .AddSingleton<LabCatchUp>()
            .AddSingleton<LabBacklogCards>()
            .AddSingleton<LabBacklog>()
            .AddSingleton<LabFollowing>();

    private static IServiceCollection AddTurns(this IServiceCollection services) =>
        services.AddSingleton<TurnHolds>()
            .AddSingleton<TurnHoldNotes>()
            .AddSingleton<TurnBudget>()
            .AddSingleton<TurnStore>()
            .AddSingleton<OpenedTurns>()
            .AddSingleton<TurnChanges>()
            .AddSingleton<TurnPlaceholders>()
            .AddSingleton<TurnGathering>()
            .AddSingleton<TurnApology>()
            .AddSingleton<TurnOpening>()
            .AddSingleton<TurnAsking>()
            .AddSingleton<TurnAttempts>()
            .AddSingleton<TurnEnding>()
            .AddSingleton<TurnSteps>()
            .AddSingleton<TurnRunner>()
            .AddSingleton<LabLeases>()
            .AddSingleton<LabLanes>()
            .AddSingleton<LabReopening>()
            .AddSingleton<IAlarmHandler>(provider => provider.GetRequiredService<LabReopening>())
            .AddSingleton<TranscriptStore>()
            .AddSingleton<LabSummaries>()
            .AddSingleton<LabTranscript>()
            .AddSingleton<IMemberData, MemberWords>()
            .AddSingleton<LabReadings>()
            .AddSingleton<IMemberData>(provider => provider.GetRequiredService<LabReadings>());

    private static IServiceCollection AddCards(this IServiceCollection services) =>
        services.AddSingleton<CardStore>()
            .AddSingleton<CardEdits>()
            .AddSingleton<CardBudget>()
            .AddSingleton<CardMaker>()
            .AddSingleton<LabCompletion>()
            .AddSingleton<CardShareStore>()
            .AddSingleton<CardShares>()
            .AddSingleton<MemberLabs>()
            .AddSingleton<MemberCards>()
            .AddSingleton<CardDesk>();

    private static IServiceCollection AddLabCommands(this IServiceCollection services) =>
        services.AddCommand<LabStartCommand>()
            .AddCommand<LabRetryCommand>()
            .AddCommand<LabFinishCommand>()
            .AddCommand<LabCardCommand>()
            .AddCommand<LabEditCommand>()
            .AddCommand<LabSaveCommand>()
            .AddCommand<LabShareCommand>()
            .AddCommand<LabKeepCommand>()
            .AddCommand<LabDownloadCommand>()
            .AddCommand<MyCardsCommand>()
            .AddCommand<MyPackCommand>();
}
