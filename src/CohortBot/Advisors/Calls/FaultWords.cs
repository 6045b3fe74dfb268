using System.Globalization;

namespace CohortBot.Advisors.Calls;

/// <summary>Says in plain words what went wrong with a model and what to do, for the log, the health page and the doctor.</summary>
internal static class FaultWords
{
    /// <summary>One or two sentences; the status and the provider's own name for the fault stand in brackets.</summary>
    public static string Of(ModelException fault) => $"{What(fault.Fault)}{Sign(fault)} {Mend(fault.Fault)}".TrimEnd();

    private static string Sign(ModelException fault)
    {
        string?[] signs = [fault.Status?.ToString(CultureInfo.InvariantCulture), fault.Code];
        var known = string.Join(", ", signs.Where(sign => sign is not null));
        return known.Length > 0 ? $" ({known})." : ".";
    }

    private static string What(ModelFault fault) => fault switch
    {
        ModelFault.KeyRefused => "The key was refused",
        ModelFault.NotAllowed => "The key may not use this model",
        ModelFault.ModelUnknown => "The model does not exist, or not at this address",
        ModelFault.NotTaken => "The provider did not take the request",
        ModelFault.TooLong => "The conversation is longer than the model takes",
        ModelFault.QuotaUsedUp => "The provider's account has no money or quota left",
        ModelFault.WrongAddress => "The address is not one of this provider's interface",
        ModelFault.CertificateRefused => "The server's certificate is not trusted",
        ModelFault.TooManyRequests => "The provider takes no more requests for the moment",
        ModelFault.Busy => "The provider is overloaded",
        ModelFault.ServerFault => "The provider failed",
        ModelFault.GaveUp => "The provider gave up waiting for its model",
        ModelFault.Unreachable => "The provider cannot be reached",
        ModelFault.Cut => "The answer broke off",
        ModelFault.Unreadable => "What came was not an answer in the provider's protocol",
        ModelFault.Silent => "Not a word came in time",
        ModelFault.Stalled => "The model fell silent in the middle of its answer",
        ModelFault.TooSlow => "The whole answer took too long",
        ModelFault.Refused => "The model would not answer",
        ModelFault.Empty => "The answer was empty",
        _ => "The model used up all its tokens before the first word",
    };

    private static string Mend(ModelFault fault) => fault switch
    {
        ModelFault.KeyRefused => "Set COHORTBOT_Advisor__ApiKey to a key that is valid with this provider.",
        ModelFault.NotAllowed => "Give the key the right to use it, or choose another Advisor:Model.",
        ModelFault.ModelUnknown => "Check Advisor:Model and Advisor:BaseUrl against the provider's list.",
        ModelFault.NotTaken => "Try Advisor:SendTemperature = false, Advisor:MaxTokensName = MaxTokens or Advisor:Lookups = false; docs/models.md says which server needs which.",
        ModelFault.TooLong => "Lower Labs:TranscriptTokens, or choose a model with a longer memory.",
        ModelFault.QuotaUsedUp => "Look at the account's billing page.",
        ModelFault.WrongAddress => "Check Advisor:BaseUrl; docs/models.md shows one for each kind of server.",
        ModelFault.CertificateRefused => "Check Advisor:BaseUrl and the machine's clock, or trust the server's authority on this machine.",
        ModelFault.TooManyRequests => "If it happens often, lower Labs:AtOnce or ask the provider for a higher limit.",
        ModelFault.Unreachable => "Check Advisor:BaseUrl, the network and the firewall.",
        ModelFault.Unreadable => "If it happens often, check Advisor:Provider and Advisor:BaseUrl.",
        ModelFault.Silent => "If it happens often, raise Advisor:FirstWordSeconds.",
        ModelFault.Stalled => "If it happens often, raise Advisor:SilenceSeconds.",
        ModelFault.TooSlow => "If it happens often, raise Advisor:AnswerSeconds.",
        ModelFault.UsedUp => "Raise Advisor:ThinkingTokens.",
        _ => "",
    };
}
