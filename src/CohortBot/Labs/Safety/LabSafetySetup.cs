using CohortBot.Access;
using CohortBot.Operations;

namespace CohortBot.Labs.Safety;

/// <summary>Registers what meets messages before the advisor is asked.</summary>
internal static class LabSafetySetup
{
    /// <summary>Adds judging, answering and calling the facilitators.</summary>
    public static IServiceCollection AddLabSafety(this IServiceCollection services) =>
        services.AddDoctorAndHealth<SafetyCheck>("crises")
            .AddSingleton<SafetyEvents>()
            .AddSingleton<IMemberData, SafetyRecords>()
            .AddSingleton<SafetyNotices>()
            .AddSingleton<SafetyDesk>()
            .AddSingleton<CardSafety>()
            .AddSingleton<SafetyDocuments>()
            .AddSingleton<SafetyScenes>()
            .AddSingleton<SafetyDelivery>()
            .AddSingleton<SafetyAnswers>()
            .AddHostedService<SafetyWatch>();
}
