namespace CohortBot.Labs;

/// <summary>Whether a placeholder says something else now.</summary>
internal enum Replaced
{
    /// <summary>It does.</summary>
    Done,

    /// <summary>The platform was out of reach; it may do so later.</summary>
    NotNow,

    /// <summary>There is none, it is gone, or it may not be changed any more.</summary>
    Never,
}
