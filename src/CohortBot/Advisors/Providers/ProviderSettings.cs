namespace CohortBot.Advisors.Providers;

/// <summary>Says what is missing before a provider can be asked.</summary>
internal static class ProviderSettings
{
    /// <summary>What a person has to mend; nothing when the settings can be used.</summary>
    public static IEnumerable<string> Check(AdvisorOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Model))
            yield return $"Advisor:Model is missing: name the model of {options.Provider} that is to answer.";
        if (string.IsNullOrWhiteSpace(options.ApiKey) && NeedsKey(options))
            yield return "Advisor:ApiKey is missing: set COHORTBOT_Advisor__ApiKey in the environment, or keep it in user-secrets.";
        if (options.ApiKey is { } key && key.Any(letter => letter is <= ' ' or > '~'))
            yield return "Advisor:ApiKey has a space, a line break or a letter that no key has.";
        if (options.BaseUrl is { } address && !IsAddress(address))
            yield return "Advisor:BaseUrl must be an address such as http://localhost:11434/v1, without a name, a password, a query or a fragment in it.";
        if (options.FirstWordSeconds > options.AnswerSeconds || options.SilenceSeconds > options.AnswerSeconds)
            yield return "Advisor:AnswerSeconds must be at least as long as FirstWordSeconds and SilenceSeconds.";
    }

    // A server of one's own often asks for no key.
    private static bool NeedsKey(AdvisorOptions options) => options.Provider == ModelProvider.Anthropic || options.BaseUrl is null;

    private static bool IsAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0;
}
