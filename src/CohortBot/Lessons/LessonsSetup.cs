using CohortBot.Chat.Sending;
using CohortBot.Commands;
using CohortBot.Operations;
using CohortBot.Schedule;

namespace CohortBot.Lessons;

/// <summary>Registers what posts lessons and what shows them.</summary>
internal static class LessonsSetup
{
    /// <summary>Adds lessons; needs the schedule and the outbox.</summary>
    public static IServiceCollection AddLessons(this IServiceCollection services)
    {
        services.AddCounters(LessonMeter.AtZero);
        services.AddSingleton<LessonPosting>().AddSingleton<LessonNotices>().AddSingleton<LessonUnlocks>().AddSingleton<LessonAccess>()
            .AddSingleton<LessonChooser>().AddSingleton<LessonDesk>().AddSingleton<LessonConfirmation>().AddSingleton<LessonTouch>()
            .AddSingleton<LessonPoster>().AddSingleton<IAlarmHandler>(provider => provider.GetRequiredService<LessonPoster>())
            .AddSingleton<LessonArrival>().AddSingleton<IOutboxListener>(provider => provider.GetRequiredService<LessonArrival>())
            .AddSingleton<LessonCatchUp>().AddHostedService(provider => provider.GetRequiredService<LessonCatchUp>());
        return services.AddCommand<LessonListCommand>().AddCommand<LessonPreviewCommand>().AddCommand<LessonPostCommand>().AddCommand<LessonSkipCommand>()
            .AddCommand<LessonUnlockCommand>().AddCommand<LessonLockCommand>().AddCommand<MyLessonsCommand>().AddCommand<MyLessonCommand>();
    }
}
