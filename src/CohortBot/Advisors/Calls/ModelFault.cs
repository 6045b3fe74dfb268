namespace CohortBot.Advisors.Calls;

/// <summary>What went wrong with one request to a model.</summary>
public enum ModelFault
{
    /// <summary>The key was refused (401).</summary>
    KeyRefused,

    /// <summary>The key may not use this model or place (403).</summary>
    NotAllowed,

    /// <summary>The model, or the address, does not exist (404).</summary>
    ModelUnknown,

    /// <summary>The request was not taken (400 and its relatives).</summary>
    NotTaken,

    /// <summary>The conversation is longer than the model takes.</summary>
    TooLong,

    /// <summary>The account has no money or quota left.</summary>
    QuotaUsedUp,

    /// <summary>The address leads elsewhere (a redirect, or a page instead of an answer to a wrong path).</summary>
    WrongAddress,

    /// <summary>The server's certificate is not trusted.</summary>
    CertificateRefused,

    /// <summary>Too many requests at once (429).</summary>
    TooManyRequests,

    /// <summary>The service is overloaded (503, 529).</summary>
    Busy,

    /// <summary>The service failed (409 and other 5xx).</summary>
    ServerFault,

    /// <summary>The service gave up waiting itself (408, 504).</summary>
    GaveUp,

    /// <summary>No connection.</summary>
    Unreachable,

    /// <summary>The answer broke off.</summary>
    Cut,

    /// <summary>What came was no answer in the provider's protocol.</summary>
    Unreadable,

    /// <summary>Not a word came in time.</summary>
    Silent,

    /// <summary>The words stopped coming.</summary>
    Stalled,

    /// <summary>The whole answer took too long.</summary>
    TooSlow,

    /// <summary>The model, or the provider's filter, would not answer.</summary>
    Refused,

    /// <summary>The answer was empty.</summary>
    Empty,

    /// <summary>All tokens were used up before the first word.</summary>
    UsedUp,
}
