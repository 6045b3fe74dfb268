using CohortBot.Operations;

namespace CohortBot.Courses;

/// <summary>Registers the courses.</summary>
internal static class CoursesSetup
{
    /// <summary>Adds the library. It is read when the host starts, before what is registered after it.</summary>
    public static IServiceCollection AddCourses(this IServiceCollection services)
    {
        services.AddOptions<CourseOptions>().BindConfiguration(CourseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CourseLibrary>().AddSingleton<ICourseLibrary>(provider => provider.GetRequiredService<CourseLibrary>());
        services.AddHealth<CoursesHealth>("courses", isVital: true).AddDoctorCheck<CoursesCheck>();
        return services.AddHostedService<CourseWatcher>();
    }
}
