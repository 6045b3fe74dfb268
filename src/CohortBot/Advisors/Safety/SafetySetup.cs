using CohortBot.Operations;
using Microsoft.Extensions.Options;

namespace CohortBot.Advisors.Safety;

/// <summary>Registers what acts before the model.</summary>
internal static class SafetySetup
{
    /// <summary>Adds the settings, the help lines and their health.</summary>
    public static IServiceCollection AddSafety(this IServiceCollection services)
    {
        services.AddOptions<SafetyOptions>().BindConfiguration(SafetyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<SafetyOptions>, SafetyOptionsCheck>().AddSingleton<HelpLines>();
        return services.AddDoctorAndHealth<HelpLinesCheck>("help_lines");
    }
}
