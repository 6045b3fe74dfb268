using CohortBot.Access;
using CohortBot.Cohorts.Changes;
using CohortBot.Cohorts.Members;
using CohortBot.Commands;

namespace CohortBot.Cohorts;

/// <summary>Registers cohorts, their calendars and the commands about them.</summary>
internal static class CohortsSetup
{
    /// <summary>Adds the cohorts.</summary>
    public static IServiceCollection AddCohorts(this IServiceCollection services) =>
        services.AddSingleton<CohortStore>()
            .AddSingleton<EnrolmentStore>()
            .AddSingleton<LessonSlots>()
            .AddSingleton<ICohortScope, CohortScope>()
            .AddSingleton<PersonFinder>()
            .AddSingleton<ChannelFinder>()
            .AddSingleton<CohortRows>()
            .AddSingleton<CohortChanges>()
            .AddSingleton<CohortCreation>()
            .AddSingleton<CohortWelcome>()
            .AddSingleton<LongLines>()
            .AddSingleton<ConfirmButton>()
            .AddSingleton<DraftReplies>()
            .AddSingleton<StaffNotices>()
            .AddSingleton<CohortMembers>()
            .AddSingleton<IMemberData, MemberEnrolments>()
            .AddSingleton<CourseFollower>()
            .AddHostedService(provider => provider.GetRequiredService<CourseFollower>())
            .AddCohortCommands();

    private static IServiceCollection AddCohortCommands(this IServiceCollection services) =>
        services.AddCommand<CohortCreateCommand>()
            .AddCommand<CohortConfirmCommand>()
            .AddCommand<CohortScheduleCommand>()
            .AddCommand<CohortPreviewCommand>()
            .AddCommand<CohortPauseCommand>()
            .AddCommand<CohortResumeCommand>()
            .AddCommand<CohortShiftCommand>()
            .AddCommand<CohortCloseCommand>()
            .AddCommand<CohortEnrolCommand>()
            .AddCommand<CohortRoleCommand>()
            .AddCommand<CohortHolidayCommand>()
            .AddCommand<CohortHistoryCommand>()
            .AddCommand<CohortListCommand>()
            .AddCommand<MyJoinCommand>()
            .AddCommand<MyLeaveCommand>()
            .AddCommand<MyLanguageCommand>()
            .AddCommand<MyZoneCommand>();
}
