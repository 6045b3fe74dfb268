using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using CohortBot.Courses;
using CohortBot.Operations;
using CohortBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CohortBot.Cli;

/// <summary>Reads from what stopped a start which settings are to be mended, each with its key and its limits.</summary>
internal static partial class SettingsFaults
{
    /// <summary>The findings; empty when it was something else that stopped the start.</summary>
    public static IReadOnlyList<Finding> Read(Exception exception) => exception switch
    {
        AggregateException several => [.. several.InnerExceptions.SelectMany(Read)],
        OptionsValidationException options => [.. options.Failures.Select(failure => Range(options.OptionsType, failure))],
        SettingsException => [.. exception.Message.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(Plain)],
        StorageException or CourseException => [Plain(exception.Message)],
        InvalidDataException or FormatException or InvalidOperationException when exception.Source?.StartsWith("Microsoft.Extensions.Configuration", StringComparison.Ordinal) == true
            || exception.InnerException?.Source?.StartsWith("Microsoft.Extensions.Configuration", StringComparison.Ordinal) == true =>
            [Finding.Broken("doctor.settings_unreadable", ("detail", exception.InnerException is { } inner ? $"{exception.Message} {inner.Message}" : exception.Message))],
        _ => [],
    };

    private static Finding Plain(string sentence) => new(HealthStatus.Unhealthy, new Sentence("doctor.settings_fault", ("detail", sentence)), new Sentence("doctor.settings_fault_mend"));

    // "DataAnnotation validation failed for 'LabOptions' members: 'AtOnce' with the error: '...'." The limits are read from the property, so that they can be said in any language.
    private static Finding Range(Type options, string failure)
    {
        var key = Member().Match(failure).Groups["member"].Value;
        if (options.GetProperty(key)?.GetCustomAttribute<RangeAttribute>() is not { } range)
            return Plain(failure);
        var section = options.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue();
        return Finding.Broken("doctor.settings_range", ("key", $"{section}:{key}"), ("least", range.Minimum), ("most", range.Maximum));
    }

    [GeneratedRegex("members: '(?<member>[A-Za-z]+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Member();
}
