using Microsoft.Extensions.AI;

namespace CohortBot.Advisors.Calls;

/// <summary>A piece of what a model answers to one request.</summary>
internal abstract record ModelPiece
{
    /// <summary>What came.</summary>
    internal sealed record Update(ChatResponseUpdate Value) : ModelPiece;

    /// <summary>The answer broke off and begins anew: what came of this request until now is void.</summary>
    internal sealed record Restarted : ModelPiece;

    /// <summary>The answer is whole; the last piece.</summary>
    /// <param name="Used">What it took.</param>
    /// <param name="IsCut">Whether it stops where the limit of its length is.</param>
    internal sealed record Finished(ModelUsage Used, bool IsCut) : ModelPiece;
}
