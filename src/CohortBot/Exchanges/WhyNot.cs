namespace CohortBot.Exchanges;

/// <summary>Why a message in a lab thread is not answered and does not count.</summary>
internal enum WhyNot
{
    /// <summary>Nothing but emoji and signs.</summary>
    Emoji,

    /// <summary>No text at all: a picture, a sticker.</summary>
    Empty,

    /// <summary>The thread is another member's.</summary>
    NotYours,

    /// <summary>The author does not take part in the cohort.</summary>
    NotEnrolled,

    /// <summary>The cohort is closed.</summary>
    CohortClosed,

    /// <summary>The author deleted it before it was answered.</summary>
    Deleted,

    /// <summary>It read like a crisis: the author was shown help instead. What was still unanswered then was set aside with it.</summary>
    Crisis,

    /// <summary>It threatened or insulted somebody.</summary>
    Abuse,

    /// <summary>It was nothing but an attempt to change the advisor's rules, role or ratings.</summary>
    PromptAttack,
}
