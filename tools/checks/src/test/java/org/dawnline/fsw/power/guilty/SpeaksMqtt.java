package org.dawnline.fsw.power.guilty;

import org.eclipse.paho.mqttv5.common.MqttMessage;

/** Breaks a rule on purpose: MQTT outside communications. */
public final class SpeaksMqtt {
    public MqttMessage message() {
        return new MqttMessage();
    }
}
