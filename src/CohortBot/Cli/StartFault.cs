using CohortBot.Courses;
using CohortBot.Storage;
using CohortBot.Texts;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CohortBot.Cli;

/// <summary>Turns what stops a start into a sentence with what to do; what we did not foresee stays an exception.</summary>
internal static class StartFault
{
    /// <summary>The explanation, or null when the exception is none that a person can mend.</summary>
    public static string? Explain(Exception exception, Wording wording) => exception switch
    {
        OptionsValidationException options => Settings(wording, options.Failures),
        AggregateException { InnerException: OptionsValidationException } several =>
            Settings(wording, several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(options => options.Failures)),
        SettingsException or StorageException or CourseException => exception.Message,
        IOException { InnerException: AddressInUseException } => wording.Say("cli.address_in_use", ("detail", exception.Message)),
        InvalidDataException or FormatException when IsFrom(exception, "Microsoft.Extensions.Configuration.Json") =>
            wording.Say("cli.settings_unreadable", ("detail", Detail(exception))),
        InvalidOperationException when IsFrom(exception, "Microsoft.Extensions.Configuration.Binder") =>
            wording.Say("cli.settings_type", ("detail", Detail(exception))),
        _ => null,
    };

    private static string Settings(Wording wording, IEnumerable<string> failures) =>
        $"{wording.Say("cli.settings_wrong")}\n- {string.Join("\n- ", failures)}";

    private static bool IsFrom(Exception exception, string source) =>
        string.Equals(exception.Source, source, StringComparison.Ordinal) || string.Equals(exception.InnerException?.Source, source, StringComparison.Ordinal);

    private static string Detail(Exception exception) => exception.InnerException is { } inner ? $"{exception.Message} {inner.Message}" : exception.Message;
}
