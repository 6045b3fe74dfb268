using Microsoft.Extensions.Options;

namespace CohortBot.Advisors.Safety;

/// <summary>Refuses help lines that would not help: without a country, a name, a way to reach them, or the day of the check.</summary>
internal sealed class SafetyOptionsCheck(TimeProvider time) : IValidateOptions<SafetyOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SafetyOptions options)
    {
        var faults = options.HelpLines.SelectMany((line, at) => Faults(line).Select(fault => $"Safety:HelpLines:{at}: {fault}")).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(HelpLine line)
    {
        if (line.Country != HelpLine.Everywhere && (line.Country.Length != 2 || !line.Country.All(char.IsAsciiLetter)))
            yield return $"Country is '{line.Country}'; write the two letters of the country, or * for every country.";
        if (string.IsNullOrWhiteSpace(line.Name))
            yield return "Name is missing.";
        if (string.IsNullOrWhiteSpace(line.Contact) && string.IsNullOrWhiteSpace(line.Url))
            yield return "Contact and Url are both missing; nobody could reach it.";
        if (line.Url is { Length: > 0 } url && !(Uri.TryCreate(url, UriKind.Absolute, out var page) && page.Scheme is "https" or "http"))
            yield return $"Url is '{url}'; write a whole address that begins with https://.";
        if (line.CheckedOn == default)
            yield return "CheckedOn is missing; write the day on which you made sure that it is right, for example 2026-11-30.";
        else if (line.CheckedOn > DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddDays(1)))
            yield return $"CheckedOn is {line.CheckedOn:yyyy-MM-dd}, which is still to come.";
    }
}
