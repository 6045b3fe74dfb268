using System.Text.RegularExpressions;

namespace CohortBot.Advisors.Safety.Personal;

/// <summary>Passwords and keys: known forms of tokens, and what is said to be one.</summary>
internal static partial class Secrets
{
    private const int ShortestPassword = 4;

    /// <summary>Whether a text without digits and signs is worth looking at.</summary>
    public static bool MayBeIn(string text) =>
        text.Contains("pass", StringComparison.OrdinalIgnoreCase) || text.Contains("kennw", StringComparison.OrdinalIgnoreCase) || text.Contains("BEGIN", StringComparison.Ordinal);

    /// <summary>Every password and key.</summary>
    public static IEnumerable<SafetyFinding> Find(string text)
    {
        foreach (Match key in Key().Matches(text))
            yield return PersonalData.Of("api_key", key.Index, key.Length);
        foreach (Match said in Said().Matches(text))
        {
            var value = said.Groups["value"];
            if (IsPassword(value.Value, isAssigned: said.Groups["sign"].ValueSpan.IndexOfAny(':', '=') >= 0))
                yield return PersonalData.Of("password", value.Index, value.Length);
        }
    }

    // "my password is important" names none; a digit, a sign or capitals in between make one, and so does a colon.
    private static bool IsPassword(string value, bool isAssigned)
    {
        var word = value.Trim('"', '\'', '“', '”', '„', '`', '.', ',', '!', '?', ')');
        if (word.Length < ShortestPassword)
            return false;
        return isAssigned || word.Any(char.IsAsciiDigit) || word.Skip(1).Any(char.IsAsciiLetterUpper) || word.IndexOfAny(['#', '$', '%', '&', '*', '_', '+', '@', '!']) >= 0;
    }

    // OpenAI, Anthropic, GitHub, GitLab, AWS, Google, Slack, Stripe, JSON Web Tokens, private keys in PEM.
    [GeneratedRegex(
        @"\b(?:sk-[A-Za-z0-9_-]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}|AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{30,}|xox[abprs]-[A-Za-z0-9-]{10,}|[rs]k_(?:live|test)_[A-Za-z0-9]{16,}|eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})|-----BEGIN [A-Z ]*PRIVATE KEY-----",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Key();

    [GeneratedRegex(
        @"\b(?:passwords?|passwort|passwörter|passwd|passcode|passphrase|kennwort|pwd|pin|pin code|api[ -]?key|api[ -]?schlüssel|access token|secret key)(?: (?:for|to|of|für|von|zum|zur|vom|my|the|our|mein|meinem|meinen|meinem|das|den|dem|der)(?: [\p{L}-]+){1,3})?(?<sign> (?:is|was|ist|lautet|war|heißt)(?: still| immer noch| now| jetzt)?:? | ?[:=] ?)(?<value>\S+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Said();
}
