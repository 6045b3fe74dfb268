namespace CohortBot.Advisors;

/// <summary>How many tokens a text will take, before a model has counted them.</summary>
internal static class Tokens
{
    /// <summary>Four letters a token: the rule of thumb for English, corrected by the usage that a model returns.</summary>
    public static int Estimate(string text) => Estimate(text.Length);

    /// <summary>The same for a number of letters.</summary>
    public static int Estimate(int letters) => (letters + 3) / 4;
}
