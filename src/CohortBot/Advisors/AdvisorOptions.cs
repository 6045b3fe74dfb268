using System.ComponentModel.DataAnnotations;
using CohortBot.Advisors.Providers;

namespace CohortBot.Advisors;

/// <summary>Which model answers, and how. What each provider needs stands in <c>docs/models.md</c>.</summary>
public sealed class AdvisorOptions : IValidatableObject
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Advisor";

    /// <summary>Who answers. Default <see cref="ModelProvider.Offline"/>: the advisor that follows the authors' questions and needs no model.</summary>
    public ModelProvider Provider { get; set; }

    /// <summary>
    /// Where the provider's interface is; null means the provider's own public address. For OpenAI's protocol it ends before
    /// <c>/chat/completions</c> (<c>http://localhost:11434/v1</c>), for Anthropic's before <c>/v1/messages</c>.
    /// </summary>
    public string? BaseUrl { get; set; }

    /// <summary>The model's name as the provider writes it (with Azure: the deployment's). There is no default.</summary>
    public string? Model { get; set; }

    /// <summary>The key of the provider's interface. A secret: from the environment or user-secrets only; a settings file with it is refused.</summary>
    [DataType(DataType.Password)]
    public string? ApiKey { get; set; }

    /// <summary>How long an answer may be where the prompt does not say, in tokens. Default 1500, from 100 to 100,000.</summary>
    [Range(100, 100_000)]
    public int MaxTokens { get; set; } = 1500;

    /// <summary>Tokens that a model which thinks before it speaks gets on top of every limit. Default 0, to 100,000.</summary>
    [Range(0, 100_000)]
    public int ThinkingTokens { get; set; }

    /// <summary>How the limit is called in OpenAI's protocol; older servers know only <see cref="MaxTokensName.MaxTokens"/>.</summary>
    public MaxTokensName MaxTokensName { get; set; }

    /// <summary>How freely the model chooses its words, in place of what prompts say. Default null (what prompts say), from 0 to 2.</summary>
    [Range(0.0, 2.0)]
    public double? Temperature { get; set; }

    /// <summary>Whether a temperature is sent at all; some models refuse it. Default true.</summary>
    public bool SendTemperature { get; set; } = true;

    /// <summary>Whether the model may look things up in the guides and the open lessons. Default true; some small models cannot.</summary>
    public bool Lookups { get; set; } = true;

    /// <summary>How long to wait for a connection, in seconds. Default 10, from 1 to 60.</summary>
    [Range(1, 60)]
    public int ConnectSeconds { get; set; } = 10;

    /// <summary>How long to wait for the first word of an answer, the connection included, in seconds. Default 60, from 5 to 600.</summary>
    [Range(5, 600)]
    public int FirstWordSeconds { get; set; } = 60;

    /// <summary>How long a model may pause between two words, in seconds. Default 30, from 5 to 600.</summary>
    [Range(5, 600)]
    public int SilenceSeconds { get; set; } = 30;

    /// <summary>How long a whole answer may take, with all its tries and look-ups, in seconds. Default 300, from 10 to 3600.</summary>
    [Range(10, 3600)]
    public int AnswerSeconds { get; set; } = 300;

    /// <summary>How often a request is sent again after a failure that may pass. Default 2, from 0 to 5.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    /// <summary>How many passages of the course a model is given to quote from. Default 6, from 0 to 20.</summary>
    [Range(0, 20)]
    public int Passages { get; set; } = 6;

    /// <summary>
    /// The pause between two words of the offline advisor, in milliseconds, so that an answer arrives at a pace that a person can follow.
    /// Default 15, from 0 (all at once) to 500.
    /// </summary>
    [Range(0, 500)]
    public int OfflinePieceMilliseconds { get; set; } = 15;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Provider == ModelProvider.Offline ? [] : ProviderSettings.Check(this).Select(fault => new ValidationResult(fault));
}
